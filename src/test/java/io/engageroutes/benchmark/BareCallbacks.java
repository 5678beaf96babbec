package io.engageroutes.benchmark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The reference: takes the body, sends one durable JMS message to an embedded Artemis, answers 202. No signature, no limits, no ledger. */
public final class BareCallbacks {

    private BareCallbacks() {}

    public static void main(String[] arguments) {
        new SpringApplication(Endpoint.class).run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ArtemisAutoConfiguration.class,
        JmsAutoConfiguration.class
    })
    @RestController
    static class Endpoint {

        private final JmsTemplate queue;

        Endpoint(JmsTemplate queue) {
            this.queue = queue;
        }

        @PostMapping("/callbacks/shopify")
        @ResponseStatus(HttpStatus.ACCEPTED)
        void take(@RequestBody byte[] body) {
            queue.convertAndSend("callbacks", body);
        }
    }
}
