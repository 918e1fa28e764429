/* A form that repeats (Django formset): add a row from the template, remove the row that was added last. */
"use strict";

function renumber(box) {
    const rows = box.querySelectorAll("[data-formset-row]");
    document.getElementById(`id_${box.dataset.formset}-TOTAL_FORMS`).value = rows.length;
    rows.forEach((row, place) => {
        const remove = row.querySelector("[data-formset-remove]");
        if (remove) remove.hidden = place !== rows.length - 1;
    });
}

document.addEventListener("click", (event) => {
    const box = event.target.closest("[data-formset]");
    if (!box) return;
    if (event.target.closest("[data-formset-add]")) {
        const place = box.querySelectorAll("[data-formset-row]").length;
        const template = box.querySelector("template");
        template.insertAdjacentHTML("beforebegin", template.innerHTML.replaceAll("__prefix__", place));
        renumber(box);
        box.querySelectorAll("[data-formset-row]")[place].querySelector("input, textarea").focus();
    } else if (event.target.closest("[data-formset-remove]")) {
        event.target.closest("[data-formset-row]").remove();
        renumber(box);
    }
});
