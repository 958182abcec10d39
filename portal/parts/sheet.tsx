// Something that comes up from below and is closed again: the browser's own dialog, which keeps the focus by itself.
import { type ReactNode, useEffect, useRef } from "react";
import { useSpeech } from "../language.ts";

type SheetProps = { title: string; onClose(): void; children: ReactNode };

export function Sheet({ title, onClose, children }: SheetProps) {
  const { say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onClose={onClose} onCancel={onClose}>
      <div className="sheet-inside">
        <div className="row">
          <h2>{title}</h2>
          <button type="button" className="link" onClick={onClose}>
            {say("state.close")}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
