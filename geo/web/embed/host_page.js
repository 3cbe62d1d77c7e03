addEventListener("message", ({ source, data }) => {
  if (data?.sentinel !== "amp" || data.type !== "embed-size") return;
  for (const frame of document.querySelectorAll('iframe[id^="pledgemap-"]'))
    if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
});
