import { applyMode, Mode } from "@cloudscape-design/global-styles";

/** Light or dark as the system says, also when it changes its mind. */
export function followColourPreference(): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    applyMode(dark.matches ? Mode.Dark : Mode.Light);
  };
  dark.addEventListener("change", apply);
  apply();
}
