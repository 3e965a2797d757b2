"""What a firm does with the things that its text names."""

from __future__ import annotations

import pytest

from matchmaker.vocabulary import recogniser
from matchmaker.vocabulary.roles import role_at


def roles(text: str) -> dict[str, str]:
    """The role of each thing in `text`, by its id."""
    return {one.key.partition(":")[2]: role_at(text, one) for one in recogniser().mentions(text)}


@pytest.mark.parametrize(
    ("text", "thing", "role"),
    [
        ("Dập, hàn, mạ kẽm thuê ngoài", "zinc-plating", "outsourced"),
        ("Dập, hàn, mạ kẽm thuê ngoài", "welding", ""),
        ("Thuê ngoài: mạ, nhiệt luyện", "heat-treatment", "outsourced"),
        ("CNC machining, zinc plating (outsourced), assembly", "zinc-plating", "outsourced"),
        ("CNC machining, zinc plating (outsourced), assembly", "assembly", ""),
        ("Plating and heat treatment are outsourced, machining in house", "plating", "outsourced"),
        ("Plating and heat treatment are outsourced, machining in house", "machining", ""),
        ("プレス、溶接、めっきは外注", "plating", "outsourced"),
        ("冲压、焊接自制，电镀、喷涂外协", "plating", "outsourced"),
        ("冲压、焊接自制，电镀、喷涂外协", "welding", ""),
        ("Ép nhựa nắp hộp PC, khuôn khách cấp", "injection-moulding", ""),
        ("Ép nhựa nắp hộp PC, khuôn khách cấp", "mould", "by-buyer"),
    ],
)
def test_a_step_done_by_others_is_that_item_of_the_list(text: str, thing: str, role: str) -> None:
    assert roles(text)[thing] == role


@pytest.mark.parametrize(
    "text",
    [
        "Supplier of CNC machines, EDM machines and injection moulding machines",
        "Công ty chuyên cung cấp máy phay CNC, máy tiện nhập khẩu",
        "kinh doanh may CNC cu, may dap, may ep nhua",
        "工作機械・射出成形機の販売",
    ],
)
def test_who_supplies_machines_sells_machines(text: str) -> None:
    assert set(roles(text).values()) == {"sells-machines"}


@pytest.mark.parametrize(
    "text", ["Chuyên cung cấp thép tấm, inox 304", "Nhà cung cấp găng tay", "Trading company for PEEK sheets, PTFE"]
)
def test_who_only_supplies_goods_trades(text: str) -> None:
    assert set(roles(text).values()) == {"trades"}


def test_who_installs_lines_serves() -> None:
    assert set(roles("Designs and installs painting lines").values()) == {"provides-service"}


@pytest.mark.parametrize(
    "text",
    [
        "Cung cấp dịch vụ gia công CNC, phay, tiện",
        "Sản xuất và cung cấp linh kiện nhựa",
        "sản xuất, kinh doanh bu lông",
        "Supplier of machined parts; we manufacture in Hai Duong",
        "プレス加工部品の製造販売",
    ],
)
def test_who_makes_what_it_supplies_makes(text: str) -> None:
    assert set(roles(text).values()) == {""}
