package io.engageroutes.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The form in which Engage wants an attribute's value; two spellings of the same have the same one. */
public final class AttributeForms {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT));

    private AttributeForms() {}

    /** The value has no such form; the message says what should stand there and never the value. */
    static final class NoForm extends Exception {

        NoForm(String rule) {
            super(rule, null, false, false);
        }
    }

    /** @param country ISO 3166 alpha-2 of numbers without a country's code, or null */
    static String of(String attribute, String value, String country) throws NoForm {
        String text = value.strip();
        return switch (attribute) {
            case "email" -> email(text);
            case "mobilePhone" -> phone(text, country);
            case "countryCode" -> country(text);
            case "language" -> language(text);
            case "birthDay" -> day(text);
            default -> text;
        };
    }

    /** Whether Engage holds the same, however it writes it. */
    public static boolean same(String attribute, String ours, String held, String country) {
        try {
            return key(attribute, ours, country).equals(key(attribute, held, country));
        } catch (NoForm spelledOtherwise) {
            return ours.strip().equals(held.strip());
        }
    }

    /** The form to compare by: Engage tells no capitals of an e-mail address apart, and shows a day with a time at times. */
    private static String key(String attribute, String value, String country) throws NoForm {
        String form = of(attribute, value, country);
        return attribute.equals("email") ? form.toLowerCase(Locale.ROOT) : form;
    }

    private static String email(String text) throws NoForm {
        if (!EMAIL.matcher(text).matches()) {
            throw new NoForm("must be an e-mail address: one @ and no blanks");
        }
        return text;
    }

    private static String phone(String text, String country) throws NoForm {
        try {
            PhoneNumber number = PHONES.parse(text, country);
            if (PHONES.isPossibleNumber(number)) {
                return PHONES.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            if (e.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE && country == null) {
                throw new NoForm(
                        "must begin with + and the country's code: neither countryCode nor the store says which country"
                                + " it is of");
            }
        }
        throw new NoForm("must be a phone number that can exist, best with + and the country's code before it");
    }

    private static String country(String text) throws NoForm {
        String code = text.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new NoForm("must be a country in two letters (ISO 3166 alpha-2) such as SE");
        }
        return code;
    }

    private static String language(String text) throws NoForm {
        try {
            Locale culture =
                    new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
            boolean known = LANGUAGES.contains(culture.getLanguage())
                    && (culture.getCountry().isEmpty() || COUNTRIES.contains(culture.getCountry()));
            if (known) {
                return culture.toLanguageTag();
            }
        } catch (IllformedLocaleException notACulture) {
            throw new NoForm("must be a culture such as sv-SE, or a language such as sv");
        }
        throw new NoForm("must be a culture such as sv-SE, or a language such as sv");
    }

    private static String day(String text) throws NoForm {
        String day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
        for (DateTimeFormatter form : DAYS) {
            try {
                return LocalDate.parse(day, form).toString();
            } catch (DateTimeException another) {
                continue;
            }
        }
        throw new NoForm("must be a day that exists, written YYYY-MM-DD");
    }
}
