package io.engageroutes.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/** A command called in this process, with what it printed. */
record Called(int status, String out, String errors) {

    static Called with(String... arguments) {
        return answering(null, arguments);
    }

    /** @param answers of a user at a terminal, a line each; null when there is no terminal */
    static Called answering(String answers, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        Questions questions = Questions.answeredBy(
                answers == null ? null : new BufferedReader(new StringReader(answers)), new PrintWriter(out, true));
        int status = new Commands(questions)
                .printingTo(new PrintWriter(out, true), new PrintWriter(errors, true))
                .run(arguments);
        return new Called(status, out.toString(), errors.toString());
    }
}
