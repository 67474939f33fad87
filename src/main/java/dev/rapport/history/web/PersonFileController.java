package dev.rapport.history.web;

import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.platform.BusinessSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a customer may ask for: everything about them, and the proof of their consents. */
@Controller
class PersonFileController {
    private final PersonFile file;
    private final ConsentProof proof;
    private final CustomerRecords customers;
    private final BusinessSettings business;

    PersonFileController(PersonFile file, ConsentProof proof, CustomerRecords customers, BusinessSettings business) {
        this.file = file;
        this.proof = proof;
        this.customers = customers;
        this.business = business;
    }

    @GetMapping("/customers/{id:\\d+}/data")
    String show(@PathVariable long id, Model model) {
        CustomerDetails customer = customers.get(id);
        model.addAttribute("customer", customer);
        model.addAttribute("theirs", language(null, customer).toLanguageTag());
        return "history/data";
    }

    @GetMapping("/customers/{id:\\d+}/data.zip")
    void download(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String language,
            HttpServletResponse response)
            throws IOException {
        CustomerDetails customer = customers.get(id);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("customer-" + id + ".zip"));
        file.write(id, language(language, customer), response.getOutputStream());
    }

    @GetMapping("/customers/{id:\\d+}/consents/proof")
    ResponseEntity<byte[]> proof(@PathVariable long id, @RequestParam(required = false) @Nullable String language) {
        CustomerDetails customer = customers.get(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("consent-" + id + ".html"))
                .body(proof.of(customer, language(language, customer)));
    }

    /** The one asked for, else the customer's if it is one of ours, else that of the business. */
    private Locale language(@Nullable String asked, CustomerDetails customer) {
        for (String tag : new @Nullable String[] {asked, customer.profile().language()}) {
            if (tag != null && tag.startsWith("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (tag != null && tag.startsWith("en")) {
                return Locale.ENGLISH;
            }
        }
        return business.language();
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
