package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser says about broken syntax, without what it quotes of the document: that may be personal data. */
final class Syntax {

    private static final Pattern QUOTED = Pattern.compile("'''|'[^']*'|\"\"\"|\"[^\"]*\"");
    private static final int ONE_CHARACTER = 3;

    private Syntax() {}

    static String message(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        return QUOTED.matcher(message)
                .replaceAll(quoted ->
                        quoted.group().length() <= ONE_CHARACTER ? Matcher.quoteReplacement(quoted.group()) : "…");
    }
}
