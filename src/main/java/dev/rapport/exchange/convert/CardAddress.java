package dev.rapport.exchange.convert;

import dev.rapport.exchange.source.Countries;
import dev.rapport.exchange.source.Field;
import ezvcard.property.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first address of a card: the city and the country apart, all else in one line. */
final class CardAddress {
    private CardAddress() {}

    static void put(Map<Field, String> row, List<Address> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        Address address = addresses.get(0);
        Optional<String> country = Optional.ofNullable(address.getCountry()).flatMap(Countries::code);
        country.ifPresent(it -> row.put(Field.COUNTRY, it));
        if (address.getLocality() != null && !address.getLocality().isBlank()) {
            row.put(Field.CITY, address.getLocality());
        }
        String line = Stream.of(
                        address.getPoBoxes().stream(),
                        address.getExtendedAddresses().stream(),
                        address.getStreetAddresses().stream(),
                        address.getPostalCodes().stream(),
                        address.getRegions().stream(),
                        country.isPresent() ? Stream.<String>of() : address.getCountries().stream())
                .flatMap(it -> it)
                .filter(it -> it != null && !it.isBlank())
                .map(it -> it.strip().replaceAll("\\s*\\R\\s*", ", "))
                .collect(Collectors.joining(", "));
        if (!line.isEmpty()) {
            row.put(Field.ADDRESS, line);
        }
    }
}
