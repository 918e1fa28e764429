// A button with data-copy="id" copies the text of that field. An intranet without https has no clipboard API.
document.querySelectorAll("[data-copy]").forEach((button) => {
    const field = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
        if (navigator.clipboard) {
            await navigator.clipboard.writeText(field.value);
        } else {
            field.select();
            document.execCommand("copy");
        }
        button.querySelector("span").textContent = button.dataset.copied;
    });
});
