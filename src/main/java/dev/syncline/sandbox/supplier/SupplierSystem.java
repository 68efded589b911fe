package dev.syncline.sandbox.supplier;

import dev.syncline.sandbox.call.SandboxJson;
import dev.syncline.sandbox.call.SandboxProblem;
import dev.syncline.sandbox.document.CxmlWriter;
import dev.syncline.sandbox.document.DocumentWriter;
import dev.syncline.sandbox.document.EdifactWriter;
import dev.syncline.sandbox.document.JsonWriter;
import dev.syncline.sandbox.document.Party;
import dev.syncline.sandbox.document.UblWriter;
import dev.syncline.sandbox.document.X12Writer;
import java.util.List;

/**
 * A supplier that uses one format.
 *
 * @param vendor its number in the ERP
 * @param polling how it answers polls
 * @param orderPrefix precedes its own order numbers
 */
public record SupplierSystem(String name, String vendor, Polling polling, String orderPrefix, DocumentWriter writer) {
    /** The forms in which documents are answered. */
    enum Polling {
        /** A JSON list of documents, each as text. */
        LIST,
        /** One interchange that holds all of the page. */
        INTERCHANGE,
        /** A JSON page of orders. */
        ORDERS
    }

    public static final List<SupplierSystem> ALL = List.of(
            new SupplierSystem(
                    "atlas",
                    "V-00101",
                    Polling.INTERCHANGE,
                    "AT",
                    new X12Writer(
                            new Party("Atlas Building Supply, Inc.", "ATLASBUILDING"),
                            new Party("Syncline Construction", "SYNCLINE"))),
            new SupplierSystem(
                    "borealis",
                    "V-00102",
                    Polling.INTERCHANGE,
                    "B",
                    new EdifactWriter(
                            new Party("Borealis Baustoffe GmbH & Co. KG", "4012345000009"),
                            new Party("Syncline Bau", "4098765000010"))),
            new SupplierSystem(
                    "cobalt",
                    "V-00103",
                    Polling.LIST,
                    "CO-",
                    new UblWriter(
                            new Party("Cobalt Elektrogroßhandel AG", "4012345000016"),
                            new Party("Syncline Bau", "4098765000010"))),
            new SupplierSystem(
                    "delta",
                    "V-00104",
                    Polling.LIST,
                    "DL",
                    new CxmlWriter(
                            new Party("Delta Fasteners LLC", "AN01000000104"),
                            new Party("Syncline Construction", "AN01000000001"),
                            "delta-shared-secret")),
            new SupplierSystem("everest", "V-00105", Polling.ORDERS, "E-", new JsonWriter(SandboxJson.MAPPER)));

    static SupplierSystem named(String name) {
        return ALL.stream()
                .filter(system -> system.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new SandboxProblem(404, "There is no supplier '" + name + "' in the sandbox"));
    }

    /** Returns the supplier's own number for an order of the buyer's. */
    String orderNumber(String number) {
        String digits = number.replaceAll("\\D", "");
        return orderPrefix + (digits.isEmpty() ? Integer.toUnsignedString(number.hashCode()) : digits);
    }
}
