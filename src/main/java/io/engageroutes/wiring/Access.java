package io.engageroutes.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may do what over HTTP. Callbacks prove themselves by their signature, health and the schema are for everybody; all else shows
 * personal data or changes something and asks for the console's user.
 */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final String[] OPEN = {"/schema/**", "/actuator/health/**", "/error"};

    /** No filters: thousands of shops' customers buy at once in a sale, and what the filters ask is not asked of a callback. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain callbacksProveThemselves() {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher("/callbacks/**"));
    }

    @Bean
    @Profile("sandbox")
    SecurityFilterChain everybody(HttpSecurity http) throws Exception {
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Profile("!sandbox")
    SecurityFilterChain consoleUser(HttpSecurity http, @Value("${console.password}") String password) throws Exception {
        boolean closed = password.isBlank();
        if (closed) {
            LOG.warn(
                    "The HTTP interface is closed: set console.user and console.password to look at dead letters and metrics");
        }
        return stateless(http)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(OPEN).permitAll();
                    if (closed) {
                        requests.anyRequest().denyAll();
                    } else {
                        requests.anyRequest().authenticated();
                    }
                })
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    /** No cookies and so nothing to forge a request with, except the browser's memory of a password: only JSON may change things. */
    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    @Bean
    UserDetailsService users(@Value("${console.user}") String user, @Value("${console.password}") String password) {
        return password.isBlank()
                ? new InMemoryUserDetailsManager()
                : new InMemoryUserDetailsManager(User.withUsername(user.isBlank() ? "console" : user)
                        .password("{noop}" + password)
                        .roles("CONSOLE")
                        .build());
    }
}
