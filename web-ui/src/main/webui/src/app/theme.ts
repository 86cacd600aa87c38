import { applyMode, Mode } from "@cloudscape-design/global-styles";

/** Follows the light or dark mode of the system. */
export function followColourPreference(): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    applyMode(dark.matches ? Mode.Dark : Mode.Light);
  };
  dark.addEventListener("change", apply);
  apply();
}
