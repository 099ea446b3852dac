import { computeCreditCheckDigit } from '../../../src/codes/credit-code.ts'
import { passesLuhn } from '../../../src/personal/luhn.ts'
import type { Dice } from './dice.ts'

/* Invented numbers, and the ways in which people write them. */

const REGIONS = ['320102', '320113', '110105', '310104', '440305', '500103', '630102', '330106', '420111', '653101']

/** A resident number of somebody born from 1880 to 1900, with a right check. */
export function makeResidentNumber(dice: Dice): string {
  const head = `${dice.pick(REGIONS)}${dice.rollBetween(1880, 1900)}${padTwo(dice.rollBetween(1, 12))}${padTwo(dice.rollBetween(1, 28))}${padThree(dice.rollBetween(1, 999))}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(head[index]), 0)
  return `${head}${'10X98765432'[sum % 11]}`
}

export function makeMobileNumber(dice: Dice): string {
  return `1${dice.pick(['30', '35', '38', '39', '47', '50', '59', '66', '77', '80', '86', '89', '91', '99'])}${dice.rollDigits(4)}${dice.rollDigits(4)}`
}

export function makeCardNumber(dice: Dice): string {
  const body = `${dice.pick(['622202', '621700', '622848', '621226', '623058', '625912'])}${dice.rollDigits(dice.pick([9, 12]))}`
  for (let digit = 0; digit < 10; digit += 1) if (passesLuhn(`${body}${digit}`)) return `${body}${digit}`
  throw new Error('unreachable: one digit in ten passes')
}

export function makeLandlineNumber(dice: Dice): [area: string, subscriber: string] {
  const area = dice.pick(['010', '021', '025', '0512', '0739', '0991'])
  return [area, `${dice.rollBetween(5, 8)}${dice.rollDigits(area.length === 3 ? 7 : dice.pick([6, 7]))}`]
}

export function makePlateNumber(dice: Dice): string {
  const head = `${dice.pick([...'苏京沪粤浙皖川鲁豫'])}${dice.pick([...'ABCDEFGHJK'])}`
  const tail = dice.pick([
    () => dice.rollDigits(5),
    () => `${dice.pick([...'DFG'])}${dice.rollDigits(5)}`,
    () => `${dice.rollDigits(2)}${dice.pick([...'KMPQ'])}${dice.rollDigits(2)}`,
  ])
  return head + tail()
}

export function makeCreditCode(dice: Dice): string {
  const body = `${dice.pick(['91', '92', '11', '52'])}${dice.pick(REGIONS)}${dice.rollDigits(9)}`
  return `${body}${computeCreditCheckDigit(body)}`
}

export function makeGridCode(dice: Dice): string {
  const street = padThree(dice.rollBetween(1, 14))
  return `${dice.pick(REGIONS)}${street}${padThree(dice.rollBetween(1, 30))}${padThree(dice.rollBetween(1, 20))}`
}

/** Region, day and sequence: the form of a case number, which may pass the check of a resident number. */
export function makeCaseNumber(dice: Dice): string {
  return `${dice.pick(REGIONS)}${dice.rollBetween(2019, 2026)}${padTwo(dice.rollBetween(1, 12))}${padTwo(dice.rollBetween(1, 28))}${padFour(dice.rollBetween(1, 999))}`
}

export function makeAccount(dice: Dice): string {
  return dice.pick([
    () =>
      `${dice.pick(['微信号', '微信：', 'vx ', '加V'])}${dice.pick(['nj_wang', 'lisi-', 'wxid_', 'happy'])}${dice.rollDigits(4)}`,
    () => `${dice.pick(['QQ', 'QQ号：', '扣扣'])}${dice.rollBetween(1, 9)}${dice.rollDigits(dice.rollBetween(5, 9))}`,
  ])()
}

export function makeDoor(dice: Dice): string {
  return dice.pick([
    () => `${dice.rollBetween(1, 60)}幢${dice.rollBetween(1, 4)}单元${dice.rollBetween(101, 2604)}室`,
    () => `${dice.rollBetween(1, 60)}号楼${dice.rollBetween(101, 904)}室`,
    () => `${dice.rollBetween(1, 30)}栋${dice.rollBetween(1, 4)}单元${dice.rollBetween(101, 904)}`,
    () => `${dice.rollBetween(10, 300)}弄${dice.rollBetween(1, 50)}号${dice.rollBetween(101, 904)}室`,
    () => `${dice.rollBetween(1, 30)}-${dice.rollBetween(1, 4)}-${dice.rollBetween(101, 904)}`,
  ])()
}

export const spaceOut = (text: string, joint: string) => text.replace(/^(.{3})(.{4})(.{4})$/, `$1${joint}$2${joint}$3`)
export const widen = (text: string) =>
  text.replace(/[0-9A-Z]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0))
export const spellInChinese = (text: string) =>
  text.replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? '')
export const withZeroWidth = (text: string) => text.replace(/^(.{4})(.{3})/, '$1\u200b$2\u200c')
export const groupDigits = (text: string, joint: string) => text.replace(/(\d{4})(?=\d)/g, `$1${joint}`)
export const padTwo = (value: number) => String(value).padStart(2, '0')
export const padThree = (value: number) => String(value).padStart(3, '0')
export const padFour = (value: number) => String(value).padStart(4, '0')
