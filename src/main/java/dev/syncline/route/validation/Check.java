package dev.syncline.route.validation;

import java.util.function.Consumer;

/** One kind of question asked of all routes together. */
interface Check {
    void check(Routes routes, Consumer<RouteProblem> problems);
}
