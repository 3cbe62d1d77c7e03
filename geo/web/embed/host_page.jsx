"use client";
import { useEffect, useRef } from "react";

export default function Pledgemap() {
  const frame = useRef(null);
  useEffect(() => {
    // Gives the frame the height of the map.
    function fit({ source, data }) {
      if (!frame.current || source !== frame.current.contentWindow) return;
      if (data?.sentinel === "amp" && data.type === "embed-size")
        frame.current.style.height = data.height + "px";
    }
    addEventListener("message", fit);
    frame.current.contentWindow.postMessage("[iFrameSizer]resize", "*");
    return () => removeEventListener("message", fit);
  }, []);
  return (
    <iframe
      ref={frame}
$attributes
    />
  );
}
