import { Compartment, type Extension } from "@codemirror/state";
import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorView, keymap } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef } from "react";
import type { SqlLanguage } from "../../api/types";
import { lakeSql } from "./lakeSql";
import { language } from "./language";
import { rangeOf, type Mark } from "./marks";

interface Properties {
  statement: string;
  onChange: (statement: string) => void;
  onRun: (statement: string) => void;
  /** The fault of the last run; the cursor is set there. */
  mark: Mark | undefined;
  /** Faults of the text as it stands. */
  faults: Mark[];
  sqlLanguage: SqlLanguage | undefined;
  /** Whether one can type at once; a form begins with its first field instead. */
  takesFocus?: boolean;
}

const words = new Compartment();

/**
 * The code editor. It lives in a shadow root: there its styles are adopted as sheets, so the page needs no permission
 * for inline styles.
 */
export function StatementEditor(properties: Properties) {
  const { statement, onChange, onRun, mark, faults, sqlLanguage, takesFocus = true } = properties;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useEffectEvent(onChange);
  const run = useEffectEvent(onRun);
  const initial = useEffectEvent(() => statement);
  const mayTakeFocus = useEffectEvent(() => takesFocus);
  const initialWords = useEffectEvent(() => lakeSql(sqlLanguage));

  useEffect(() => {
    if (!host.current) {
      return;
    }
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    const editor = new EditorView({
      doc: initial(),
      parent: root,
      root,
      extensions: [
        new Compartment().of(
          keys((text) => {
            run(text);
          }),
        ),
        words.of(initialWords()),
        language,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            changed(update.state.doc.toString());
          }
        }),
      ],
    });
    view.current = editor;
    if (mayTakeFocus()) {
      editor.focus();
    }
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    if (sqlLanguage) {
      view.current?.dispatch({ effects: words.reconfigure(lakeSql(sqlLanguage)) });
    }
  }, [sqlLanguage]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) {
      return;
    }
    const diagnostics = diagnosticsOf(mark ? [mark] : [], editor.state.doc.toString());
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
    const first = diagnostics[0];
    if (first) {
      editor.dispatch({ selection: { anchor: first.from }, scrollIntoView: true });
      editor.focus();
    }
  }, [mark]);

  useEffect(() => {
    const editor = view.current;
    if (editor) {
      editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(faults, editor.state.doc.toString())));
    }
  }, [faults]);

  return <div className="editor-frame" ref={host} data-testid="statement" />;
}

function diagnosticsOf(marks: readonly Mark[], statement: string): Diagnostic[] {
  return marks.map((mark) => ({ ...rangeOf(mark, statement), severity: "error", message: mark.message }));
}

function keys(onRun: (statement: string) => void): Extension {
  return keymap.of([
    {
      key: "Mod-Enter",
      preventDefault: true,
      run: (editor) => {
        onRun(editor.state.doc.toString());
        return true;
      },
    },
  ]);
}
