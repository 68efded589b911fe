package dev.syncline.support;

/** The transaction of the page that has a certain purchase order fails at its end, after the ERP's commit. */
public final class LostPage {
    /** As PostgreSQL ends a connection when it is stopped: the run goes on at the same page. */
    public static final String STOPPED = "57P01";

    /** Nothing that heals: the run fails for good. */
    public static final String BROKEN = "P0001";

    private LostPage() {}

    /** From now on, until {@link #mend}. */
    public static void lose(String number, String state) {
        Database.hub()
                .execute(
                        """
                        create function lose_page() returns trigger language plpgsql as $$
                        begin raise exception 'the page is lost' using errcode = '%s'; end $$"""
                                .formatted(state));
        Database.hub()
                .execute("create trigger lose_page before insert on purchase_order for each row"
                        + " when (new.synced is not null and new.number = '" + number
                        + "') execute function lose_page()");
    }

    public static void mend() {
        Database.hub().execute("drop function if exists lose_page() cascade");
    }
}
