package dev.syncline.console.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** How a person acts on a page. With the keyboard alone, what is to be used must be reached by Tab, and be seen to have the focus. */
enum Hand {
    MOUSE {
        @Override
        void press(Locator what) {
            what.click();
        }

        @Override
        void check(Locator box) {
            box.check();
        }

        @Override
        void fill(Locator field, String text) {
            field.fill(text);
        }

        @Override
        void choose(Locator list, String label) {
            list.selectOption(new SelectOption().setLabel(label));
        }
    },
    KEYBOARD {
        @Override
        void press(Locator what) {
            reach(what);
            what.page().keyboard().press("Enter");
        }

        @Override
        void check(Locator box) {
            reach(box);
            box.page().keyboard().press("Space");
        }

        @Override
        void fill(Locator field, String text) {
            reach(field);
            field.page().keyboard().press("Control+A");
            field.page().keyboard().type(text);
        }

        @Override
        void choose(Locator list, String label) {
            reach(list);
            list.page().keyboard().type(label);
            assertEquals(label, list.evaluate("list => list.selectedOptions[0].label"));
        }
    };

    private static final int FARTHEST = 300;
    private static final String HAS_FOCUS = "what => what === document.activeElement";
    private static final String IS_SEEN =
            "what => { const seen = getComputedStyle(what); return seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) >= 2 }";

    abstract void press(Locator what);

    abstract void check(Locator box);

    abstract void fill(Locator field, String text);

    abstract void choose(Locator list, String label);

    private static void reach(Locator what) {
        Page page = what.page();
        what.waitFor();
        for (int presses = 0; presses < FARTHEST; presses++) {
            if (what.evaluate(HAS_FOCUS).equals(true)) {
                assertEquals(true, what.evaluate(IS_SEEN), what + " has the focus, and it is not seen");
                return;
            }
            page.keyboard().press("Tab");
        }
        fail(what + " is not reached by Tab");
    }
}
