package dev.syncline.console.notices;

import dev.syncline.api.http.Listing;
import dev.syncline.api.notices.NoticeKindView;
import dev.syncline.api.notices.NoticeView;
import dev.syncline.api.notices.NoticesResource;
import dev.syncline.console.frame.Chip;
import dev.syncline.console.frame.Choice;
import dev.syncline.console.frame.Frames;
import dev.syncline.console.frame.Numbers;
import dev.syncline.console.frame.State;
import dev.syncline.console.frame.Words;
import dev.syncline.console.notices.NoticeList.Row;
import dev.syncline.console.notices.NoticeSubjects.Link;
import dev.syncline.record.Notices;
import dev.syncline.route.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes a page of the list of notices, from the calls that the API has for it. */
@ApplicationScoped
class NoticeLists {
    private final NoticesResource notices;
    private final NoticeSubjects subjects;
    private final Catalog catalog;
    private final Frames frames;

    NoticeLists(NoticesResource notices, NoticeSubjects subjects, Catalog catalog, Frames frames) {
        this.notices = notices;
        this.subjects = subjects;
        this.catalog = catalog;
        this.frames = frames;
    }

    NoticeList of(NoticeSearch search) throws SQLException {
        Listing<NoticeView> found =
                notices.list(search.status(), search.kind(), search.route(), search.q(), null, search.cursor());
        Map<NoticeView, Link> links = subjects.of(found.items());
        return new NoticeList(
                search.asked(),
                List.of(
                        new Chip("Open", search.inStatus(NoticeSearch.OPEN), search.isOpen()),
                        new Chip("Resolved", search.inStatus(NoticeSearch.RESOLVED), !search.isOpen())),
                kinds(search),
                Choice.ofRoutes(catalog.all(), search.route()),
                found.items().stream()
                        .map(notice -> row(notice, links.get(notice)))
                        .toList(),
                search.isNarrowed(),
                found.next() == null
                        ? null
                        : search.address().with("cursor", found.next()).toString(),
                search.cursor() == null ? null : search.address().toString(),
                empty(search));
    }

    private List<Chip> kinds(NoticeSearch search) {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All kinds", search.ofKind(null), search.kind() == null));
        List<NoticeKindView> open = notices.kinds().items();
        open.forEach(kind -> chips.add(new Chip(
                Words.ofConstant(kind.kind()) + " " + Numbers.grouped(kind.count()) + (kind.more() ? " and more" : ""),
                search.ofKind(kind.kind()),
                kind.kind().equals(search.kind()))));
        if (search.kind() != null && open.stream().noneMatch(kind -> kind.kind().equals(search.kind()))) {
            chips.add(new Chip(Words.ofConstant(search.kind()), search.ofKind(search.kind()), true));
        }
        return chips;
    }

    private Row row(NoticeView notice, Link about) {
        boolean isOpen = notice.resolvedAt() == null;
        return new Row(
                notice.id(),
                Words.ofConstant(notice.kind()),
                isOpen ? new State("Open", "hold") : new State("Resolved", "ok"),
                notice.text(),
                about == null ? "" : about.label(),
                about == null ? "" : about.address(),
                notice.count() == 1 ? "" : "raised " + Numbers.of(notice.count(), "time"),
                frames.when(notice.lastAt()),
                frames.when(notice.resolvedAt()),
                notice.resolvedBy() == null
                        ? ""
                        : notice.resolvedBy().equals(Notices.SYNCLINE)
                                ? "by itself: its cause is gone"
                                : "by " + notice.resolvedBy());
    }

    private static String empty(NoticeSearch search) {
        if (search.isNarrowed()) {
            return "No " + (search.isOpen() ? "open" : "resolved")
                    + " notice matches. Remove a part of the filter to see more.";
        }
        return Objects.equals(search.status(), NoticeSearch.OPEN)
                ? "No notice is open: there is nothing that a person should look at. Resolved ones stay under Resolved."
                : "No notice was resolved yet, or those that were are purged for their age.";
    }
}
