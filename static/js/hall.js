/* The hall's screen: the code alone, dark and in full size. A browser that refuses its full screen still fills its window. */
"use strict";

const hall = document.getElementById("hall");
const button = hall.querySelector("[data-hall]");

function show(full) {
    hall.classList.toggle("hall-full", full);
    button.setAttribute("aria-pressed", full);
    button.textContent = full ? "退出全屏" : "全屏显示";
}

button.addEventListener("click", () => {
    const full = !hall.classList.contains("hall-full");
    show(full);
    if (full) hall.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen();
});
document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement) show(false);
});
document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
});
