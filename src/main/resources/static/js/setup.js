// Proposes time zone, country and currency from the browser, until the person has chosen another.
const RENAMED = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Godthab": "America/Nuuk",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Etc/UTC": "UTC",
};

const form = document.querySelector("form[data-propose]");
if (form && !form.querySelector("[aria-invalid=true], .form-problem")) {
  const { zone, country, currency } = form.elements;
  const touched = new Set();
  for (const field of [country, currency]) {
    field.addEventListener("change", (event) => event.isTrusted && touched.add(field));
  }
  const choose = (field, value) => {
    if (value && !touched.has(field) && [...field.options].some((option) => option.value === value)) {
      field.value = value;
    }
  };
  const follow = () => choose(currency, country.selectedOptions[0]?.dataset.currency);
  country.addEventListener("change", follow);

  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  choose(zone, RENAMED[here] ?? here);
  if (zone.value === (RENAMED[here] ?? here)) {
    choose(country, zone.selectedOptions[0].dataset.country);
    follow();
  }
}
