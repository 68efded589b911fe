package dev.syncline.message.delivery;

import dev.syncline.message.content.Content;
import java.time.Instant;
import java.util.UUID;

/**
 * A message in the outbox.
 *
 * @param uuid the same with each try
 */
record OutboxMessage(long id, UUID uuid, Content content, Instant createdAt) {}
