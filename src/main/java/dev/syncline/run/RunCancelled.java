package dev.syncline.run;

/** Somebody cancelled a run that was waiting for a system. */
class RunCancelled extends RuntimeException {
    RunCancelled(long run) {
        super("Run " + run + " was cancelled while it waited");
    }
}
