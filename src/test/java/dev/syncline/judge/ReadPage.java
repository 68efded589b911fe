package dev.syncline.judge;

import dev.syncline.page.Page;
import dev.syncline.page.RunContext;
import dev.syncline.record.Edit;
import dev.syncline.rule.RuleBook;
import java.util.List;
import java.util.Set;

/** A page that was read deep, of a run over its route without rules. */
final class ReadPage implements PageToJudge {
    private final RunContext context;
    private final Page page;
    private final Set<String> duplicates;
    private final RuleBook rules;
    private final Edit edit;
    private final boolean isMostlyInStep;
    private List<Judged> verdicts;

    ReadPage(RunContext context, Page page, Set<String> duplicates, RuleBook rules, Edit edit, boolean isMostlyInStep) {
        this.context = context;
        this.page = page;
        this.duplicates = duplicates;
        this.rules = rules;
        this.edit = edit;
        this.isMostlyInStep = isMostlyInStep;
    }

    @Override
    public RunContext context() {
        return context;
    }

    @Override
    public Page page() {
        return page;
    }

    @Override
    public Set<String> duplicates() {
        return duplicates;
    }

    @Override
    public RuleBook rules() {
        return rules;
    }

    @Override
    public Edit edit() {
        return edit;
    }

    @Override
    public String deletionsHeld() {
        return null;
    }

    @Override
    public boolean isMostlyInStep() {
        return isMostlyInStep;
    }

    @Override
    public boolean isReadDeep() {
        return true;
    }

    @Override
    public void judged(Page taken, List<Judged> decided) {
        verdicts = decided;
    }

    List<Judged> verdicts() {
        return verdicts;
    }
}
