// Tells when the database is back. A page that was only to be read comes by itself; what was typed waits for its button.
const note = document.getElementById("fault-back");
const EVERY = 3000;

const ready = async () => {
  try {
    return (await fetch("/actuator/health/readiness", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
};

const look = async () => {
  if (!(await ready())) {
    setTimeout(look, EVERY);
  } else if (note.dataset.reload) {
    location.reload();
  } else {
    note.textContent = note.dataset.back;
  }
};

if (note) {
  setTimeout(look, EVERY);
}
