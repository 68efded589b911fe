package dev.syncline.judge;

import dev.syncline.page.Page;
import java.util.List;

/** A page whose records have been judged. */
public record JudgedPage(Page page, List<Judged> records) {}
