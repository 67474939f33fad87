package dev.rapport.exchange.archive.web;

import dev.rapport.account.SignIn;
import dev.rapport.account.SignedInAccount;
import dev.rapport.exchange.archive.Backup;
import dev.rapport.exchange.archive.Backups;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One archive: taking it away costs the password, for it holds everything. */
@Controller
@RequestMapping("/settings/backups/{name}")
class BackupController {
    private static final String VIEW = "archive/show";
    private final Backups backups;
    private final SignIn signIn;

    BackupController(Backups backups, SignIn signIn) {
        this.backups = backups;
        this.signIn = signIn;
    }

    @ModelAttribute("backup")
    Backup backup(@PathVariable String name) {
        return backups.get(name);
    }

    @GetMapping
    String show(@ModelAttribute("form") PasswordForm form) {
        return VIEW;
    }

    @PostMapping("/download")
    @Nullable
    String download(
            @AuthenticationPrincipal SignedInAccount me,
            @ModelAttribute("backup") Backup backup,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletResponse response)
            throws IOException {
        try {
            signIn.require(me.id(), "password", form.password());
        } catch (Refused refused) {
            FormErrors.add(errors, refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return VIEW;
        }
        response.setContentType(backup.encrypted() ? "application/pgp-encrypted" : "application/zip");
        response.setContentLengthLong(backup.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(backup.fileName())
                        .build()
                        .toString());
        Files.copy(backups.file(backup), response.getOutputStream());
        return null;
    }

    @PostMapping("/removal")
    String remove(
            @ModelAttribute("backup") Backup backup,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            backups.delete(backup.fileName());
        } catch (Refused refused) {
            FormErrors.add(errors, refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return VIEW;
        }
        Flash.success(redirect, "archive.removed", backup.fileName());
        return "redirect:/settings/backups";
    }
}
