package dev.syncline.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy before a server that can turn into a black hole, as a firewall that forgets a connection does: what is sent
 * vanishes, nothing comes back, and nobody is told; new connections are accepted and answered by nobody.
 */
public final class BlackHole implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> dead = ConcurrentHashMap.newKeySet();
    private final AtomicInteger swallowed = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "black-hole");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int port;
    private volatile boolean swallows;

    /** @param port of the server at this machine */
    public BlackHole(int port) throws IOException {
        this.port = port;
        threads.execute(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** From now on nothing comes through, on any connection, or on those alone that are open. */
    public void swallow(boolean newOnesToo) {
        dead.addAll(sockets);
        swallows = newOnesToo;
    }

    /** New connections come through again; those that were swallowed stay so. */
    public void heal() {
        swallows = false;
    }

    /** Where new connections lead to from now on; those that are open stay where they are. */
    public void leadTo(int otherPort) {
        port = otherPort;
    }

    /** How many times something was sent into it. */
    public int swallowed() {
        return swallowed.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket here = entrance.accept();
                sockets.add(here);
                if (swallows) {
                    dead.add(here);
                    threads.execute(() -> copy(here, null, here));
                } else {
                    Socket there = new Socket();
                    sockets.add(there);
                    try {
                        there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    } catch (IOException e) {
                        here.close();
                        continue;
                    }
                    threads.execute(() -> copy(here, there, here));
                    threads.execute(() -> copy(there, here, here));
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void copy(Socket from, Socket to, Socket client) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to == null ? OutputStream.nullOutputStream() : to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (dead.contains(client)) {
                    swallowed.incrementAndGet();
                } else {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // one side has closed it
        }
        if (!dead.contains(client)) {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        sockets.forEach(BlackHole::end);
        threads.shutdownNow();
    }
}
