package dev.rapport.purchase.web;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.purchase.ProductEntry;
import dev.rapport.purchase.ProductRow;
import dev.rapport.purchase.ProductSearch;
import dev.rapport.purchase.ProductService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ProductController {
    private static final int PAGE = 50;
    private static final String NEW = "purchase/product-new";
    private static final String EDIT = "purchase/product-edit";
    private final ProductService products;
    private final ProductSearch search;

    ProductController(ProductService products, ProductSearch search) {
        this.products = products;
        this.search = search;
    }

    @GetMapping("/products")
    String list(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Slice<ProductRow> slice = search.list(archived, PAGE, Cursor.decode(after));
        model.addAttribute("products", slice);
        model.addAttribute("archived", archived);
        model.addAttribute("hasArchived", archived || search.hasArchived());
        return "purchase/products";
    }

    @GetMapping("/products/new")
    String blank(Model model) {
        model.addAttribute("form", ProductForm.blank());
        model.addAttribute("typed", ProductForm.blank());
        return NEW;
    }

    @PostMapping("/products")
    String create(
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!problems.hasErrors()) {
            try {
                ProductEntry entry = form.toEntry();
                Flash.undoable(
                        redirect, products.create(entry).changeId(), "purchase.flash.product-created", entry.name());
                return "redirect:/products";
            } catch (Refused e) {
                FormErrors.add(problems, e);
            }
        }
        model.addAttribute("typed", form);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return NEW;
    }

    @GetMapping("/products/{id:\\d+}")
    String show(@PathVariable long id) {
        return "redirect:/products/" + id + "/edit";
    }

    @GetMapping("/products/{id:\\d+}/edit")
    String edit(@PathVariable long id, Model model) {
        ProductRow product = search.details(id);
        model.addAttribute("product", product);
        model.addAttribute("form", ProductForm.of(product));
        model.addAttribute("typed", ProductForm.of(product));
        return EDIT;
    }

    @PostMapping("/products/{id:\\d+}/edit")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!problems.hasErrors()) {
            try {
                ProductEntry entry = form.toEntry();
                long change = products.change(id, form.version(), entry);
                Flash.undoable(redirect, change, "purchase.flash.product-changed", entry.name());
                return "redirect:/products";
            } catch (Refused e) {
                FormErrors.add(problems, e);
            } catch (OptimisticLockingFailureException e) {
                model.addAttribute("stored", ProductForm.of(search.details(id)));
                status = HttpStatus.CONFLICT;
            }
        }
        model.addAttribute("product", search.details(id));
        model.addAttribute("typed", form);
        response.setStatus(status.value());
        return EDIT;
    }

    @PostMapping("/products/{id:\\d+}/archive")
    String archive(@PathVariable long id, RedirectAttributes redirect) {
        String name = search.details(id).name();
        Flash.undoable(redirect, products.archive(id), "purchase.flash.product-archived", name);
        return "redirect:/products";
    }

    @PostMapping("/products/{id:\\d+}/restore")
    String restore(@PathVariable long id, RedirectAttributes redirect) {
        String name = search.details(id).name();
        Flash.undoable(redirect, products.restore(id), "purchase.flash.product-restored", name);
        return "redirect:/products";
    }
}
