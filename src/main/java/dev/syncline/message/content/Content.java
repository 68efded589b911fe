package dev.syncline.message.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The content of a message, independent of its format. It is stored as JSON and formatted when it is sent.
 *
 * @param subject state and route first
 * @param intro lines before the items; may be empty
 * @param more number of causes that are left out
 * @param path of the page of the console that shows all of it
 */
@RegisterForReflection
public record Content(String subject, String intro, List<MessageItem> items, int more, String path) {}
