import { writeFile } from 'node:fs/promises'

/** Writes a configuration of fontconfig, for `FONTCONFIG_FILE`, with every font of this machine that has not the character 云. */
export async function writeFontsWithoutChinese(file: string): Promise<void> {
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><pattern><patelt name="charset"><charset><int>0x4e91</int></charset></patelt></pattern></rejectfont></selectfont>
</fontconfig>`,
  )
}
