package io.engageroutes.wiring;

import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.delivery.Ends;
import io.engageroutes.delivery.OrderActions;
import io.engageroutes.delivery.OrderAnswers;
import io.engageroutes.delivery.OrderCalls;
import io.engageroutes.delivery.OrderCourse;
import io.engageroutes.delivery.OrderJobs;
import io.engageroutes.delivery.OrderStates;
import io.engageroutes.delivery.OrderSteps;
import io.engageroutes.delivery.OrderTriggers;
import io.engageroutes.engage.OrderPayloadV2;
import io.engageroutes.engage.OrderPayloadV3;
import io.engageroutes.order.OrderRules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps of the orders' routes, under the names that the routes use. */
@Configuration(proxyBeanMethods = false)
class OrderBeans {

    @Bean
    OrderStates orderStates(JdbcTemplate database, Clock clock, OrderSettings settings) {
        return new OrderStates(database, clock, settings.keepFor());
    }

    @Bean
    OrderActions orderActions(JdbcTemplate database, Clock clock) {
        return new OrderActions(database, clock);
    }

    @Bean
    OrderSteps orderSteps(
            LiveRules rules, ExchangeRates rates, EngageSettings engage, OrderStates states, OrderSettings settings) {
        return new OrderSteps(
                new OrderRules(rules::rules),
                rules::pricing,
                rates,
                engage.groupCurrency(),
                states,
                settings.actions(),
                settings.api().equals("v2"));
    }

    @Bean
    OrderCourse orderCourse(OrderStates states, OrderActions claims, Ends ends, OrderSettings settings) {
        return new OrderCourse(states, claims, ends, settings.actions(), settings.lostAction());
    }

    @Bean
    OrderCalls orderCalls(LiveRules rules, EngageSettings engage, OrderSettings settings) {
        return new OrderCalls(
                new OrderPayloadV3(engage.contactType(), settings.status(), settings.freightIsFee()),
                settings.actions(),
                rules::stores);
    }

    @Bean
    OrderAnswers orderAnswers(OrderStates states, OrderActions claims, Ends ends, Clock clock) {
        return new OrderAnswers(states, claims, ends, clock);
    }

    @Bean
    OrderJobs orderJobs(
            OrderStates states, OrderActions claims, OrderAnswers answers, OrderSettings settings, Clock clock) {
        return new OrderJobs(states, claims, answers, settings.jobGaps(), settings.jobPatience(), clock);
    }

    @Bean
    OrderTriggers orderTriggers(
            OrderStates states,
            OrderActions claims,
            Ends ends,
            OrderCalls calls,
            EngageSettings engage,
            OrderSettings settings) {
        return new OrderTriggers(
                states,
                claims,
                ends,
                settings.actions(),
                settings.lostAction(),
                settings.v2Statuses(),
                settings.v2PaymentStatus(),
                new OrderPayloadV2(engage.contactType(), settings.freightIsFee()),
                calls::language);
    }
}
