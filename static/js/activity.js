/* Logging activities: days by one tap, photos one after another, ticking all. Without it the forms work as well. */
"use strict";

/* data-quick="0.5=半天 1=1天": buttons above a number field. */
for (const field of document.querySelectorAll("input[data-quick]")) {
    const row = document.createElement("div");
    row.className = "quick";
    const buttons = field.dataset.quick.split(" ").map((choice) => {
        const [value, label] = choice.split("=");
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
        button.addEventListener("click", () => {
            field.value = value;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        });
        row.append(button);
        return [button, Number(value)];
    });
    const show = () => buttons.forEach(([button, value]) => button.setAttribute("aria-pressed", Number(field.value) === value));
    field.addEventListener("input", show);
    field.before(row);
    show();
}

/* A camera gives one photo at a time: what was chosen before stays, and is shown. */
for (const field of document.querySelectorAll("input[data-photos]")) {
    const kept = new DataTransfer();
    const shown = document.createElement("div");
    shown.className = "chosen-photos";
    field.after(shown);
    field.addEventListener("change", () => {
        for (const file of field.files) kept.items.add(file);
        field.files = kept.files;
        field.previousElementSibling.lastChild.textContent = "再加一张";
        shown.replaceChildren(...[...kept.files].map((file, index) => {
            const image = Object.assign(new Image(), { src: URL.createObjectURL(file), alt: `已选照片${index + 1}` });
            image.addEventListener("load", () => URL.revokeObjectURL(image.src));
            return image;
        }));
    });
}

/* Tick all of a form. */
for (const all of document.querySelectorAll("[data-tick-all]")) {
    all.addEventListener("change", () => {
        for (const box of all.form.querySelectorAll("input[name=entry]")) box.checked = all.checked;
    });
}
