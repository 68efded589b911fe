package dev.syncline.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Looks for what a linker would not find: each class, method and field that the classes of a class path refer to, in the
 * class path and the JDK. A native image is linked at build time and cannot be built with one missing; a JVM fails when
 * it comes to the call.
 */
final class Linkage {
    private static final String CONSTRUCTOR = "<init>";

    private final Map<String, Declared> declared = new HashMap<>();
    private final Map<String, Set<Reference>> references = new TreeMap<>();

    /** @param name and descriptor of a method or field; null where the class itself is referred to */
    private record Reference(String owner, String name, String descriptor) {}

    /** A class: what is above it, and its methods and fields with their descriptors. */
    private record Declared(List<String> parents, Set<String> members) {
        /** Methods of method and variable handles have whatever signature they are called with. */
        boolean isPolymorphic(String name) {
            return members.stream().anyMatch(member -> member.startsWith(name + "([Ljava/lang/Object;)"));
        }
    }

    /** What is missing, a line each: {@code class -> class} or {@code class -> class#member}; sorted. */
    static List<String> missing(Collection<Path> jars) throws IOException {
        Linkage linkage = new Linkage();
        for (Path jar : jars) {
            linkage.read(jar);
        }
        return linkage.missing();
    }

    private void read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        read(new ClassReader(in));
                    }
                }
            }
        }
    }

    /** The first of a name is the one that is loaded. */
    private void read(ClassReader type) {
        if (declared.containsKey(type.getClassName())) {
            return;
        }
        declared.put(type.getClassName(), declared(type));
        Set<Reference> to = new HashSet<>();
        type.accept(new References(to), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        references.put(type.getClassName(), to);
    }

    private static Declared declared(ClassReader type) {
        List<String> parents = new ArrayList<>(List.of(type.getInterfaces()));
        if (type.getSuperName() != null) {
            parents.add(type.getSuperName());
        }
        Set<String> members = new HashSet<>();
        type.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        members.add(name + descriptor);
                        return null;
                    }

                    @Override
                    public FieldVisitor visitField(
                            int access, String name, String descriptor, String signature, Object value) {
                        members.add(name + descriptor);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new Declared(parents, members);
    }

    private List<String> missing() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Map.Entry<String, Set<Reference>> from : references.entrySet()) {
            for (Reference to : from.getValue()) {
                boolean isOwnerThere = find(to.owner()) != null;
                if (!isOwnerThere || to.name() != null && !isMember(to.owner(), to, new HashSet<>())) {
                    String member = isOwnerThere ? "#" + to.name() + to.descriptor() : "";
                    missing.add((from.getKey() + " -> " + to.owner() + member).replace('/', '.'));
                }
            }
        }
        return List.copyOf(missing);
    }

    /** A parent that is missing itself is told by the class that has it: here it may hold anything. */
    private boolean isMember(String type, Reference to, Set<String> seen) throws IOException {
        Declared owner = find(type);
        if (owner == null || owner.members().contains(to.name() + to.descriptor()) || owner.isPolymorphic(to.name())) {
            return true;
        }
        if (to.name().equals(CONSTRUCTOR)) {
            return false;
        }
        for (String parent : owner.parents()) {
            if (seen.add(parent) && isMember(parent, to, seen)) {
                return true;
            }
        }
        // An interface has the methods of Object, too
        return seen.add("java/lang/Object")
                && find("java/lang/Object").members().contains(to.name() + to.descriptor());
    }

    private Declared find(String type) throws IOException {
        Declared known = declared.get(type);
        if (known == null && !declared.containsKey(type)) {
            try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(type + ".class")) {
                known = in == null ? null : declared(new ClassReader(in));
            }
            declared.put(type, known);
        }
        return known;
    }

    /** Collects what the code of a class and its declarations refer to; annotations may be missing by their nature. */
    private static final class References extends ClassVisitor {
        private final Set<Reference> to;

        References(Set<Reference> to) {
            super(Opcodes.ASM9);
            this.to = to;
        }

        private void type(Type type) {
            switch (type.getSort()) {
                case Type.ARRAY -> type(type.getElementType());
                case Type.OBJECT -> to.add(new Reference(type.getInternalName(), null, null));
                default -> {} // a primitive
            }
        }

        private void member(String owner, String name, String descriptor) {
            if (owner.startsWith("[")) {
                type(Type.getObjectType(owner));
            } else {
                to.add(new Reference(owner, name, descriptor));
            }
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            if (superName != null) {
                type(Type.getObjectType(superName));
            }
            for (String parent : interfaces) {
                type(Type.getObjectType(parent));
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(
                        int code, String owner, String called, String signature, boolean isInterface) {
                    member(owner, called, signature);
                }

                @Override
                public void visitFieldInsn(int code, String owner, String field, String signature) {
                    member(owner, field, signature);
                }

                @Override
                public void visitTypeInsn(int code, String type) {
                    type(Type.getObjectType(type));
                }

                @Override
                public void visitLdcInsn(Object value) {
                    constant(value);
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String called, String signature, Handle handle, Object... arguments) {
                    constant(handle);
                    for (Object argument : arguments) {
                        constant(argument);
                    }
                }
            };
        }

        private void constant(Object value) {
            if (value instanceof Handle handle) {
                member(handle.getOwner(), handle.getName(), handle.getDesc());
            } else if (value instanceof Type type) {
                type(type);
            }
        }
    }
}
