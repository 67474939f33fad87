// In a scale of scores a digit picks its score; 1 and then 0 picks ten.
let one = 0;

document.addEventListener("keydown", (event) => {
  const radio = event.target;
  const scale = radio.closest?.(".scale");
  if (!scale || !/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const ten = event.key === "0" && event.timeStamp - one < 800;
  one = event.key === "1" ? event.timeStamp : 0;
  const picked = scale.querySelector(`input[value="${ten ? "10" : event.key}"]`);
  if (picked) {
    event.preventDefault();
    picked.focus();
    picked.click();
  }
});
