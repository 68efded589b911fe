package dev.syncline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.ServiceLoader;
import org.apache.camel.quarkus.main.CamelMainApplication;

@QuarkusMain
public class Syncline {
    public static void main(String[] args) {
        ServiceLoader.load(Prelude.class).forEach(Prelude::start);
        Quarkus.run(CamelMainApplication.class, args);
    }
}
