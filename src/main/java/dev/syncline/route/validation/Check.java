package dev.syncline.route.validation;

import dev.syncline.route.yaml.RouteProblem;
import dev.syncline.route.yaml.Routes;
import java.util.function.Consumer;

/** A check of all routes together. */
interface Check {
    void check(Routes routes, Consumer<RouteProblem> problems);
}
