import './print.css';
import { useRef, type ReactNode } from 'react';
import { downloadFile } from '../../shared/csv';
import { PlainButton } from '../../shared/plain-button';
import { SHEET_CSS, SHEET_PAGE_CSS } from './sheet-css';

interface SheetFrameProps {
  readonly title: string;
  /** Without its ending. */
  readonly fileName: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A sheet of paper on screen: printed from here, or downloaded as one file that prints the same anywhere. */
export function SheetFrame({ title, fileName, onBack, children }: SheetFrameProps) {
  const sheet = useRef<HTMLElement>(null);
  const download = (): void => {
    if (sheet.current !== null) downloadFile(`${fileName}.html`, 'text/html', sheetFile(title, sheet.current.outerHTML));
  };
  return (
    <div className="gr-print">
      <div className="gw-actions gr-print-actions">
        <PlainButton look="primary" onClick={() => window.print()} testId="print.print">Print</PlainButton>
        <PlainButton onClick={download} testId="print.download">Download as a page</PlainButton>
        <PlainButton look="subtle" onClick={onBack}>Back</PlainButton>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a narrow screen, so it must be reachable by keyboard */}
      <div className="gr-print-paper gw-focus" tabIndex={0} role="region" aria-label={title}>
        <article className="sheet" ref={sheet} data-testid="print.sheet">
          <style>{SHEET_CSS}</style>
          {children}
        </article>
      </div>
    </div>
  );
}

/** A page of its own: no script, no address outside; what people wrote is escaped because it comes from drawn text. */
function sheetFile(title: string, sheet: string): string {
  const safe = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${safe}</title>\n<style>${SHEET_PAGE_CSS}</style>\n</head>\n<body>\n${sheet}\n</body>\n</html>\n`;
}
