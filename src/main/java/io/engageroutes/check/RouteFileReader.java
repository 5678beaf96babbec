package io.engageroutes.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads files of routes and kamelets, each alone; one whose text is the same as before is not read again. */
final class RouteFileReader {

    private final Shapes shapes = Shapes.ofCamel();
    private final Map<FolderFile, RouteFile> before = new ConcurrentHashMap<>();

    List<RouteFile> read(List<FolderFile> files) {
        List<FolderFile> readable = files.stream()
                .filter(file -> file.text() != null && (file.isRoutes() || file.isKamelet()))
                .toList();
        before.keySet().retainAll(readable);
        return readable.stream()
                .map(file -> before.computeIfAbsent(file, this::read))
                .toList();
    }

    private RouteFile read(FolderFile file) {
        List<Finding> findings = new ArrayList<>();
        List<Owner> owners = new ArrayList<>();
        List<Element> elements = new ArrayList<>();
        Part root = YamlText.read(file.path(), file.text(), findings::add);
        if (root != null && file.isKamelet()) {
            kamelet(root, owners, elements, findings);
        } else if (root != null) {
            routes(root, owners, elements, findings);
        }
        return new RouteFile(file.path(), root, owners, elements, findings);
    }

    private void routes(Part root, List<Owner> owners, List<Element> elements, List<Finding> findings) {
        if (!root.isList()) {
            findings.add(root.wrong("the file is no list", "begin every route with `- route:`"));
            return;
        }
        for (Part item : root.items()) {
            Part.Entry entry = item.entries().stream().findFirst().orElse(null);
            Owner owner = new Owner(entry == null ? "" : entry.key().text(""), entry == null ? item : entry.value());
            owners.add(owner);
            new ShapeCheck(owner, findings::add, elements::add).check(item, shapes.file().item);
        }
    }

    private void kamelet(Part root, List<Owner> owners, List<Element> elements, List<Finding> findings) {
        Owner owner = new Owner(Owner.KAMELET, root);
        owners.add(owner);
        Part template = root.get("spec").get("template");
        ShapeCheck check = new ShapeCheck(owner, findings::add, elements::add);
        for (Part.Entry entry : template.entries()) {
            Shape shape = shapes.topLevel(entry.key().text(""));
            if (shape != null) {
                check.check(entry.value(), shape);
            }
        }
    }
}
