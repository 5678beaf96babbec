package io.engageroutes.wiring;

import io.engageroutes.contact.AttributeNames;
import io.engageroutes.contact.ContactForm;
import io.engageroutes.delivery.ContactNews;
import io.engageroutes.delivery.ContactSteps;
import io.engageroutes.engage.ContactCalls;
import io.engageroutes.receipt.StoreRegister;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of the contacts flow, under the names that the routes use. */
@Configuration(proxyBeanMethods = false)
class ContactBeans {

    @Bean
    ContactNews contactNews(JdbcTemplate database, PlatformTransactionManager transactions) {
        return new ContactNews(database, new TransactionTemplate(transactions));
    }

    @Bean
    ContactCalls contactCalls(EngageSettings settings) {
        return new ContactCalls(settings.contactType(), settings.source(), settings.apiVersion());
    }

    @Bean
    ContactSteps contactSteps(
            ContactNews news,
            ContactCalls calls,
            Supplier<StoreRegister> stores,
            ContactSettings settings,
            ReceiptSettings receipts) {
        return new ContactSteps(
                new ContactForm(new AttributeNames(settings.attributes())),
                news,
                calls,
                stores,
                new ContactSteps.Settings(settings.store(), receipts.unknownStores(), settings.preferences()));
    }
}
