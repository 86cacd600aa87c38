import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  tooltips,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { text } from "../../i18n/en";

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "light-dark(#7d2105, #ff9b7a)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "light-dark(#037f0c, #6bd56f)" },
  { tag: [tags.number, tags.bool, tags.null], color: "light-dark(#6b40b2, #bf9df5)" },
  { tag: [tags.typeName, tags.standard(tags.name)], color: "light-dark(#0b6c8c, #75cfe8)" },
  { tag: tags.special(tags.name), color: "light-dark(#0033a0, #89bdee)", fontWeight: "600" },
  { tag: tags.comment, color: "light-dark(#687078, #95a5a6)", fontStyle: "italic" },
]);

const look = EditorView.theme({
  "&": { fontSize: "14px", backgroundColor: "light-dark(#ffffff, #161d26)", color: "light-dark(#0f141a, #ebebf0)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: '"Monaco", "Menlo", "Consolas", "Courier Prime", "Courier New", monospace',
    lineHeight: "1.55",
    minHeight: "170px",
    maxHeight: "45vh",
  },
  ".cm-content": { caretColor: "light-dark(#0f141a, #ebebf0)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "light-dark(#0f141a, #ebebf0)" },
  ".cm-gutters": {
    backgroundColor: "light-dark(#f4f4f4, #1b232d)",
    color: "light-dark(#656871, #a4a4ad)",
    border: "none",
  },
  ".cm-activeLine": { backgroundColor: "light-dark(#f0f7ff80, #ffffff0a)" },
  ".cm-activeLineGutter": { backgroundColor: "light-dark(#e3edfb, #2a3542)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "light-dark(#cfe3fb, #2c4a6e) !important",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy light-dark(#db0000, #ff7a7a) 1.5px",
    textUnderlineOffset: "3px",
    backgroundColor: "light-dark(#ffe7e7, #5a1f1f)",
  },
  ".cm-tooltip": {
    backgroundColor: "light-dark(#ffffff, #1b232d)",
    border: "1px solid light-dark(#b6bec9, #424650)",
    borderRadius: "6px",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "#0972d3", color: "#ffffff" },
});

/** The editor beside its language: look, colours, completion, key bindings. */
export const language: Extension = [
  lineNumbers(),
  highlightActiveLineGutter(),
  highlightActiveLine(),
  history(),
  bracketMatching(),
  closeBrackets(),
  autocompletion({ activateOnTyping: true }),
  tooltips({ position: "absolute" }),
  lintGutter(),
  syntaxHighlighting(colours),
  look,
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": text.editor.editorLabel }),
  keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
];
