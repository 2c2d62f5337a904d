import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { applyColorMode, readColorMode, type ColorMode } from './color-mode';

interface ColorModeChoice {
  readonly colorMode: ColorMode;
  readonly choose: (colorMode: ColorMode) => void;
}

const ColorModeContext = createContext<ColorModeChoice>({ colorMode: 'light', choose: () => undefined });

export function ColorModeProvider({ children }: { readonly children: ReactNode }) {
  const [colorMode, setColorMode] = useState(readColorMode);
  const value = useMemo<ColorModeChoice>(() => ({
    colorMode,
    choose: (chosen) => void applyColorMode(chosen).then(() => setColorMode(chosen)),
  }), [colorMode]);
  return <ColorModeContext.Provider value={value}>{children}</ColorModeContext.Provider>;
}

export function useColorMode(): ColorModeChoice {
  return useContext(ColorModeContext);
}
