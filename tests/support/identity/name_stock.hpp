// Invented people are put together from these. Frequent names, some with more than one form.
#pragma once

#include <array>
#include <string_view>

namespace madoguchi::test::stock {

struct Name {
    std::string_view kanji;
    std::string_view kana;
    std::string_view other_form; // of the kanji, as another system may write it; empty: none
};

inline constexpr std::array families{
    Name{"佐藤", "サトウ", ""},       Name{"鈴木", "スズキ", ""},
    Name{"高橋", "タカハシ", "髙橋"}, Name{"田中", "タナカ", ""},
    Name{"渡辺", "ワタナベ", "渡邊"}, Name{"伊藤", "イトウ", ""},
    Name{"山本", "ヤマモト", ""},     Name{"中村", "ナカムラ", ""},
    Name{"小林", "コバヤシ", ""},     Name{"加藤", "カトウ", ""},
    Name{"吉田", "ヨシダ", "𠮷田"},   Name{"山田", "ヤマダ", ""},
    Name{"佐々木", "ササキ", ""},     Name{"山崎", "ヤマザキ", "山﨑"},
    Name{"松本", "マツモト", ""},     Name{"井上", "イノウエ", ""},
    Name{"木村", "キムラ", ""},       Name{"林", "ハヤシ", ""},
    Name{"斎藤", "サイトウ", "齋藤"}, Name{"清水", "シミズ", ""},
    Name{"中島", "ナカジマ", "中嶋"}, Name{"池田", "イケダ", ""},
    Name{"橋本", "ハシモト", ""},     Name{"浜田", "ハマダ", "濱田"},
    Name{"石川", "イシカワ", ""},     Name{"沢田", "サワダ", "澤田"},
    Name{"小川", "オガワ", ""},       Name{"前田", "マエダ", ""},
    Name{"広瀬", "ヒロセ", "廣瀬"},   Name{"岡田", "オカダ", ""},
    Name{"長谷川", "ハセガワ", ""},   Name{"藤田", "フジタ", ""},
    Name{"後藤", "ゴトウ", ""},       Name{"近藤", "コンドウ", ""},
    Name{"村上", "ムラカミ", ""},     Name{"遠藤", "エンドウ", ""},
    Name{"青木", "アオキ", ""},       Name{"坂本", "サカモト", ""},
    Name{"福田", "フクダ", ""},       Name{"西村", "ニシムラ", ""},
    Name{"藤井", "フジイ", ""},       Name{"桜井", "サクライ", "櫻井"},
};

inline constexpr std::array men{
    Name{"太郎", "タロウ", ""},       Name{"健一", "ケンイチ", ""},
    Name{"誠", "マコト", ""},         Name{"浩", "ヒロシ", ""},
    Name{"博", "ヒロシ", ""},         Name{"大輔", "ダイスケ", ""},
    Name{"翔太", "ショウタ", ""},     Name{"蓮", "レン", ""},
    Name{"拓也", "タクヤ", ""},       Name{"直樹", "ナオキ", ""},
    Name{"隆", "タカシ", ""},         Name{"茂", "シゲル", ""},
    Name{"実", "ミノル", "實"},       Name{"龍之介", "リュウノスケ", "竜之介"},
    Name{"真一", "シンイチ", "眞一"}, Name{"悠斗", "ユウト", ""},
    Name{"陸", "リク", ""},           Name{"和夫", "カズオ", ""},
    Name{"清", "キヨシ", ""},         Name{"正", "タダシ", ""},
};

inline constexpr std::array women{
    Name{"花子", "ハナコ", ""},   Name{"恵美", "エミ", "惠美"}, Name{"由美子", "ユミコ", ""},
    Name{"陽子", "ヨウコ", ""},   Name{"洋子", "ヨウコ", ""},   Name{"さくら", "サクラ", ""},
    Name{"美咲", "ミサキ", ""},   Name{"葵", "アオイ", ""},     Name{"結衣", "ユイ", ""},
    Name{"京子", "キョウコ", ""}, Name{"幸子", "サチコ", ""},   Name{"和子", "カズコ", ""},
    Name{"真理", "マリ", "眞理"}, Name{"桜", "サクラ", "櫻"},   Name{"静香", "シズカ", "靜香"},
    Name{"凛", "リン", "凜"},     Name{"愛", "アイ", ""},       Name{"千尋", "チヒロ", ""},
    Name{"みどり", "ミドリ", ""}, Name{"裕子", "ユウコ", ""},
};

inline constexpr std::array<std::string_view, 10> prefectures{
    "北海道", "宮城県", "埼玉県", "東京都", "神奈川県",
    "愛知県", "京都府", "大阪府", "広島県", "福岡県"};
inline constexpr std::array<std::string_view, 8> cities{
    "見本市", "例示市", "架空市北区", "模擬市", "試作市", "架空郡見本町", "仮設市中央区", "想定村"};
inline constexpr std::array<std::string_view, 12> towns{"例町",   "本町",     "緑町",   "桜木町",
                                                        "霞ヶ丘", "自由が丘", "一番町", "大字東",
                                                        "八重洲", "丸の内",   "旭町",   "栄町"};
inline constexpr std::array<std::string_view, 6> buildings{
    "コーポ見本", "メゾン例示", "見本ハイツ", "タワー模擬", "第二架空荘", "パーク想定"};

} // namespace madoguchi::test::stock
