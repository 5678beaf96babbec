package io.engageroutes.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The SFTP server that the sandbox's tills drop their files at; only this machine reaches it.
 *
 * <p>Its host key stays the same from start to start, and {@code known_hosts} beside it says which one that is.
 */
public final class SandboxSftpServer implements AutoCloseable {

    private static final long WINDOW = 4L * 1024 * 1024;

    private final Path folder;
    private final SshServer server = SshServer.setUpDefaultServer();

    /**
     * Makes a server that does not listen yet.
     *
     * @param port where it listens on 127.0.0.1; 0 for any free port
     * @param folder gets {@code sftp}, {@code hostkey} and {@code known_hosts}
     */
    public SandboxSftpServer(int port, String user, String password, Path folder) {
        this.folder = folder;
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setPasswordAuthenticator((name, secret, session) -> user.equals(name) && password.equals(secret));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        // AES runs in hardware; ChaCha20, which clients would prefer, does not.
        server.setCipherFactories(List.<NamedFactory<Cipher>>of(
                BuiltinCiphers.aes128ctr,
                BuiltinCiphers.aes128gcm,
                BuiltinCiphers.aes256ctr,
                BuiltinCiphers.aes256gcm));
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.WINDOW_SIZE.set(server, WINDOW);
        // A poller may keep its connection as long as it likes.
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
    }

    /**
     * Starts to listen.
     *
     * @param folders one for each source; made when they are not there
     */
    public void start(List<String> folders) throws IOException {
        for (String name : folders) {
            Files.createDirectories(root().resolve(name));
        }
        Files.createDirectories(root());
        server.setFileSystemFactory(new VirtualFileSystemFactory(root().toAbsolutePath()));
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(folder.resolve("hostkey"));
        keys.setAlgorithm("EC");
        keys.setKeySize(256);
        server.setKeyPairProvider(keys);
        server.start();
        KnownHosts.write(knownHosts(), server.getPort(), key(keys).getPublic());
    }

    private static KeyPair key(KeyPairProvider keys) throws IOException {
        try {
            KeyPair key = keys.loadKey(null, KeyPairProvider.ECDSA_SHA2_NISTP256);
            if (key != null) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the SFTP server's hostkey cannot be read; delete it and start again", e);
        }
        throw new IOException("the SFTP server's hostkey is no ecdsa-sha2-nistp256 key; delete it and start again");
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The folder that a client sees as {@code /}. */
    public Path root() {
        return folder.resolve("sftp");
    }

    /** The file that tells a client the server's host key. */
    public Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
