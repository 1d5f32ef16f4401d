"""Columns of ledgers in other layouts find their field: at least 95 % of those that tell something."""

import re

import pytest

from fj_desktop.core.field import Library
from fj_desktop.core.text import squeeze
from fj_desktop.libraries import CATALOG

SHEETS = {
    "entrepreneurs": [
        "姓名 手机号码 企业名称 统一社会信用代码 职务 籍贯 所在城市 主营产业 投资意向 最近联系时间 备注",
        "客商姓名 性别 职位 公司名称 所属行业 主营业务 联系方式 "
        "微信号 电子邮箱 所在地 投资意向 拟投资额 对接人 下次联系时间 说明",
        "企业负责人 工作单位及职务 联系电话 老家 企业简介 年营业收入 "
        "员工人数 意向项目 意向投资 跟进情况 跟进人 信息来源",
        "联系人及电话 企业全称 法定代表人 注册资金 成立时间 经营范围 企业性质 是否上市 合作意向 关注点 介绍人 首报日期",
        "Name Company Position Mobile E-mail City Industry Source Tags Remarks",
    ],
    "alumni": [
        "姓名 毕业院校 院系 专业 学历 入学年份 毕业年份 工作单位 职务 手机 邮箱 现居城市 研究领域 可提供帮助 备注",
        "校友姓名 性别 学校 学院 所学专业 最高学历 毕业时间 单位名称 职位 联系方式 所在城市 行业 校友会职务 籍贯 其他",
        "名字 大学 学位 届别 公司 岗位 移动电话 微信 科研成果 产业链 民族 政治面貌 出生年月",
    ],
    "hometown": [
        "姓名 性别 民族 出生年月 政治面貌 学历 籍贯 工作单位及职务 联系电话 返乡意向 备注",
        "乡镇 村社 姓名 外出时间 务工地 从事行业 手机号码 返乡意愿 家乡联系人 最近走访 人员类别",
        "乡贤姓名 祖籍 现居住地 单位 职务 主要业绩 所属商会 联系方式 返乡方式 标签 对接责任人",
    ],
    "outposts": [
        "商会名称 会长 联系电话 所在城市 会员企业数 主要行业 合作方式 最近联系时间 备注",
        "机构名称 机构类别 地址 负责人 手机 覆盖行业 资源评级 简介 所属办事处",
    ],
    "knowledge": [
        "标题 类别 文号 发文单位 发布时间 有效期 状态 摘要 正文 密级",
        "文件名称 文件类型 发文字号 发布机构 印发日期 主要内容 适用行业 产业链 备注 链接",
    ],
    "funding": [
        "企业名称 项目名称 所属行业 总投资 自筹资金 融资需求 资金用途 融资方式 融资期限 担保方式 联系人 联系电话 备注",
        "需求单位 项目 建设内容 投资总额 资金缺口 利率 用款时间 对接情况 已到位资金 负责人 手机号 说明",
    ],
    "land": [
        "地块编号 位置 面积 用地性质 容积率 建筑密度 绿地率 状态 可交付时间 投资强度 亩均税收 土地产出率 联系人",
        "地块名称 产业定位 地块面积 规划用地性质 容积率 建筑密度 建筑高度 "
        "绿化率 所在区域 具体位置 联系人 联系电话 简介 经纬度",
        "园区名称 所在区域 具体位置 办公楼宇(栋) 标准厂房(栋) 产业定位 入驻企业数 联系人 联系电话 简介",
        "名称 产业定位 所属园区 层数 层高 用地面积 可租赁面积 已租赁面积 空置面积 租金 荷载 供电容量 燃气",
        "地块位置 净用地面积 容积率 建筑密度 建筑高度 绿地率 用地性质 预计上市时间 权属 配套 地价 出让年限 更新时间",
        "宗地编号 坐落 占地面积 土地用途 供地状态 距高速 距火车站 七通一平 联系人及电话 其他",
    ],
    "experts": [
        "姓名 性别 出生年月 工作单位 职务/职称 专业领域 从业年限 联系电话 邮箱 聘期 备注",
        "专家姓名 专家类别 职称 研究方向 单位及职务 手机 学历 毕业院校 回避单位 评审费 执业资格",
    ],
    "scenarios": [
        "序号 场景名称 场景领域 场景内容 技术需求 业主单位 实施地点 投资估算 合作方式 联系人 联系电话",
        "编号 应用场景 类型 场景描述 需求 责任单位 建设地点 资金来源 启动时间 截止时间 状态 预期效益 联系方式",
    ],
    "opportunities": [
        "序号 项目名称 类别 项目背景 建设内容及规模 总投资 "
        "建设地点 用地面积 合作方式 效益分析 责任单位 联系人 联系电话",
        "项目编号 招商项目 产业链 所属行业 建设内容 投资额 "
        "占地面积 建设周期 内部收益率 前期工作 牵头单位 联系人及电话 备注",
    ],
    "companies": [
        "企业名称 统一社会信用代码 注册日期 企业类型 法人代表 注册资金 经营范围 所在省份 地区 注册地址",
        "公司名称 信用代码 法人 注册资本 成立日期 所属行业 主营产品 员工人数 年营业收入 税收 官网 联系人 手机号码 备注",
        "企业 企业性质 企业类别 企业资质 股票代码 母公司 总部所在地 办公地址 联系领导 服务专员 公司简介",
    ],
    "people": [
        "姓名 手机 单位 职务 籍贯 备注",
        "Full name Title Organization Mobile Email Address City Notes",
    ],
}


def _known(library: Library) -> set[str]:
    names = {squeeze(header) for spread in library.spreads for header in spread.headers}
    for one in CATALOG.surface(library):
        names |= {squeeze(text) for text in (one.label, one.field.english, *one.field.also)}
    return names | {re.sub(r"[(（].*?[)）]", "", name) for name in names}


def _columns(library: str) -> list[str]:
    found = []
    for sheet in SHEETS[library]:
        words = sheet.replace("Full name", "Full_name").split(" ")
        found += [word.replace("_", " ") for word in words]
    return found


@pytest.mark.parametrize("library", SHEETS)
def test_nearly_every_column_of_other_ledgers_is_known(library: str) -> None:
    known = _known(CATALOG[library])
    columns = _columns(library)
    unknown = [one for one in columns if squeeze(one) not in known]

    assert len(unknown) <= len(columns) * 0.05, unknown
