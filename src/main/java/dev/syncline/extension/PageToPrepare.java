package dev.syncline.extension;

import dev.syncline.page.Page;
import dev.syncline.page.RunContext;

/** What {@link Extensions} needs to know of a page that was read, and gives back. */
public interface PageToPrepare {
    RunContext context();

    Page page();

    /** Takes the page as it is to be judged. */
    void prepared(Page page);
}
