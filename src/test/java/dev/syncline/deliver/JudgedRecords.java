package dev.syncline.deliver;

import dev.syncline.judge.Judged;
import dev.syncline.judge.Payload;
import dev.syncline.judge.Verdict;
import dev.syncline.page.Row;
import dev.syncline.record.Hashes;
import dev.syncline.record.Known;
import dev.syncline.record.RecordHead;
import java.util.List;
import java.util.UUID;

/** Records that are to be sent. */
final class JudgedRecords {
    private static final UUID HASH = new UUID(1, 1);

    private JudgedRecords() {}

    static Judged of(Verdict verdict, String key, Row row, Known known, byte[] content) {
        Payload payload = new Payload(content, new Hashes(HASH, HASH, HASH, new byte[0]), List.of(), "k");
        return new Judged(new RecordHead(key, false, null, null), row, known, verdict, null, null, payload);
    }
}
