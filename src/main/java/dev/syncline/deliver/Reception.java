package dev.syncline.deliver;

/** Whether the target took anything of a run: then what it cannot take is the record's fault, not an outage. */
final class Reception {
    private volatile boolean tookSome;

    boolean tookSome() {
        return tookSome;
    }

    void took() {
        tookSome = true;
    }
}
