package io.engageroutes.delivery;

import io.engageroutes.receipt.Fault;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The content of a JMS message; only of those whose body can be looked at without running the sender's code.
 *
 * @param bytes the message's bytes, or its text in UTF-8; null when it is refused
 * @param charset of the bytes where it is known: that of a text, whatever its XML declaration says; else null
 * @param refused why it is not read, or null
 */
record JmsContent(byte[] bytes, Charset charset, Fault refused) {

    private static final char MARK = '\uFEFF';
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);

    static JmsContent of(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            return text(text.getText() == null ? "" : text.getText());
        }
        if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[(int) bytes.getBodyLength()];
            bytes.reset();
            bytes.readBytes(content);
            return new JmsContent(content, null, null);
        }
        return new JmsContent(
                null,
                null,
                new Fault(
                        "message-type",
                        "message",
                        message.getClass().getSimpleName(),
                        "only text and bytes messages are read; object messages could run foreign code: send the message as JSON text"));
    }

    private static JmsContent text(String text) {
        String unmarked = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(unmarked));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return new JmsContent(bytes, StandardCharsets.UTF_8, null);
        } catch (CharacterCodingException e) {
            return new JmsContent(
                    null,
                    null,
                    new Fault(
                            "wrong-charset",
                            "message",
                            null,
                            "the text has half a surrogate pair: the sender's conversion broke a character; correct it there, or "
                                    + "send the document as a bytes message"));
        }
    }

    /**
     * The bytes to be read. A text that was converted on its way still declares the charset that it had before, and a byte order mark
     * is what every XML reader believes more.
     */
    InputStream stream() {
        boolean declares = charset != null && startsWith(bytes, DECLARATION);
        InputStream content = new ByteArrayInputStream(bytes);
        return declares ? new SequenceInputStream(new ByteArrayInputStream(UTF_8_MARK), content) : content;
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
