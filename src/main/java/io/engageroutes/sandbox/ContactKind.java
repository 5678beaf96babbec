package io.engageroutes.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The attributes by which a contact is found, in the order in which {@code any} tries them. */
enum ContactKind {
    EMAIL("email", "InvalidEmailAddress") {
        @Override
        Optional<String> normalised(String value) {
            return matching("[^@\\s]+@[^@\\s]+[.][^@\\s.]+", value.toLowerCase(Locale.ROOT));
        }
    },
    SOCIAL_SECURITY_NUMBER("socialSecurityNumber", "InvalidSocialSecurityNumber") {
        @Override
        Optional<String> normalised(String value) {
            Optional<String> finnish = matching("\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]", value.toUpperCase(Locale.ROOT));
            return finnish.isPresent() && !value.matches("\\d{6}[-+]\\d{4}") ? finnish : swedish(value);
        }
    },
    MOBILE_PHONE("mobilePhone", "InvalidPhoneNumber") {
        @Override
        Optional<String> normalised(String value) {
            String digits = value.replaceAll("[\\s()/-]", "").replaceFirst("^00", "+");
            // The simulator's tenant is Swedish.
            return matching("[+]?\\d{7,15}", digits.replaceFirst("^0", "+46"));
        }
    },
    MEMBER_NUMBER("memberNumber", "InvalidSearchQuery"),
    EXTERNAL_ID("externalId", "InvalidSearchQuery");

    private final String attribute;
    private final String errorCode;

    ContactKind(String attribute, String errorCode) {
        this.attribute = attribute;
        this.errorCode = errorCode;
    }

    String attribute() {
        return attribute;
    }

    /** What Engage answers to a value that cannot be such a key. */
    String errorCode() {
        return errorCode;
    }

    /** The form in which two spellings of a key are equal; empty when the value cannot be such a key. */
    Optional<String> normalised(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value.trim());
    }

    private static Optional<String> matching(String pattern, String value) {
        return Pattern.matches(pattern, value) ? Optional.of(value) : Optional.empty();
    }

    /** Ten digits: two of the year, month, day (60 more for a coordination number), three and a Luhn digit. */
    private static Optional<String> swedish(String value) {
        String digits = value.replaceFirst("[-+]", "");
        if (!Pattern.matches(
                "(\\d{2})?\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])\\d{4}", digits)) {
            return Optional.empty();
        }
        String ten = digits.substring(digits.length() - 10);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int doubled = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0 ? Optional.of(ten) : Optional.empty();
    }
}
