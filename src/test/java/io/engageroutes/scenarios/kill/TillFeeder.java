package io.engageroutes.scenarios.kill;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Tills: upload a file as {@code .part} and rename it when it is whole. */
final class TillFeeder implements Callable<Void> {

    private static final int LIMIT_MILLIS = 20_000;

    private final int port;
    private final Path knownHosts;
    private final List<Sales.TillFile> files;
    private final Duration each;
    private final Patience patience;

    /** @param each how long to wait between two files */
    TillFeeder(int port, Path knownHosts, List<Sales.TillFile> files, Duration each, Patience patience) {
        this.port = port;
        this.knownHosts = knownHosts;
        this.files = files;
        this.each = each;
        this.patience = patience;
    }

    @Override
    public Void call() throws Exception {
        for (Sales.TillFile file : files) {
            upload(file);
            patience.pause(each);
        }
        return null;
    }

    void upload(Sales.TillFile file) throws JSchException, SftpException {
        JSch jsch = new JSch();
        jsch.setKnownHosts(knownHosts.toString());
        Session session = jsch.getSession(Tills.USER, "127.0.0.1", port);
        session.setPassword(Tills.USER);
        session.connect(LIMIT_MILLIS);
        try {
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect(LIMIT_MILLIS);
            String path = file.source() + '/' + file.name();
            sftp.put(new ByteArrayInputStream(file.content().getBytes(StandardCharsets.UTF_8)), path + ".part");
            sftp.rename(path + ".part", path);
        } finally {
            session.disconnect();
        }
    }
}
