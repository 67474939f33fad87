package dev.rapport.customer.web;

import dev.rapport.customer.CustomerDetails;
import dev.rapport.platform.Refused;
import java.util.List;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** Reads bodies strictly (a number is no text), and lays a patch over what is stored: only the fields that it names change. */
@Component
class CustomerBodies {
    private static final List<CoercionInputShape> NO_TEXT =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);
    private final JsonMapper json;

    CustomerBodies(JsonMapper json) {
        this.json = json.rebuild()
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> NO_TEXT.forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)))
                .build();
    }

    CustomerBody read(JsonNode body) {
        if (!body.isObject()) {
            throw new Refused(null, "platform.refused.json");
        }
        try {
            return json.treeToValue(body, CustomerBody.class);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("customer", e, new Unread());
        }
    }

    CustomerBody patched(CustomerDetails customer, JsonNode patch) {
        read(patch);
        if (patch.has("stage") && patch.get("stage").isNull()) {
            throw new Refused("stage", "customer.refused.stage");
        }
        ObjectNode whole = json.valueToTree(CustomerBody.of(customer));
        patch.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
        replaceMain(whole, patch, "email", "emails");
        replaceMain(whole, patch, "phone", "phones");
        return read(whole);
    }

    /** The main address alone was given: it takes the place of the first. */
    private static void replaceMain(ObjectNode whole, JsonNode patch, String main, String all) {
        if (patch.has(main) && !patch.has(all) && whole.get(all) instanceof ArrayNode present && !present.isEmpty()) {
            present.remove(0);
        }
    }

    /** The body was read already; the exception only asks for something to hold. */
    private static final class Unread implements HttpInputMessage {
        @Override
        public java.io.InputStream getBody() {
            return java.io.InputStream.nullInputStream();
        }

        @Override
        public org.springframework.http.HttpHeaders getHeaders() {
            return new org.springframework.http.HttpHeaders();
        }
    }
}
