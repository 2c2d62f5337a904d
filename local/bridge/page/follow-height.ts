/** Tells how high the page's content is, at once and whenever it changes; in CSS pixels. */
export function followHeight(tell: (height: number) => void): void {
  let told = -1;
  const measure = (): void => {
    // The boxes inside body, not body itself: a reset stylesheet makes body as high as the frame, so it would never shrink.
    const height = Math.ceil(Math.max(0, ...[...document.body.children].map((child) => child.getBoundingClientRect().bottom + window.scrollY)));
    if (height === told) return;
    told = height;
    tell(height);
  };
  const start = (): void => {
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    for (const child of document.body.children) observer.observe(child);
    measure();
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
}
