package io.engageroutes.scenarios.kill;

import io.engageroutes.sandbox.SandboxSftpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The SFTP server at which tills drop their files. */
final class Tills {

    static final String USER = "pos";
    static final List<String> FOLDERS = List.of("till-csv", "till-extenda", "till-json", "till-wincor");

    private Tills() {}

    /** @param arguments its folder and its port */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new SandboxSftpServer(Integer.parseInt(arguments[1]), USER, USER, Path.of(arguments[0])).start(FOLDERS);
        System.out.println("Tills on port " + arguments[1]);
        Thread.currentThread().join(); // the server's own threads do not keep a process alive
    }
}
